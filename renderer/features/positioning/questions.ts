import { GROUP_KINDS, type GroupKind } from '@shared/domain/positioning/positioning.schema';
import { bilingualSchema } from '@shared/domain/sop/sop.schema';
import { z } from 'zod';
import file from '../../../resources/positioning/questions.json';

const questionSchema = z.object({ key: z.string(), text: bilingualSchema });

/** What tests a card of each kind. */
export const questionsByKind: Record<GroupKind, z.infer<typeof questionSchema>[]> = z
  .record(z.enum(GROUP_KINDS), z.array(questionSchema).min(1))
  .parse(file);
