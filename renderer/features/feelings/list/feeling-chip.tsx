import type { Feeling } from '@shared/domain/feelings/comment.schema';
import { useMessages } from '@/app/i18n/messages';
import { Chip } from '@/ui/chip';
import { feelingsMessages } from '../feelings.messages';

const TONES = { good: 'green', bad: 'red', unsure: 'plain' } as const;

export function FeelingChip({ feeling }: { feeling: Feeling }) {
  const t = useMessages(feelingsMessages);
  return <Chip tone={TONES[feeling]}>{t(`feeling.${feeling}`)}</Chip>;
}

const STRENGTHS = ['intensity.0', 'intensity.1', 'intensity.2', 'intensity.3'] as const;

/** The key of the word for a strength of complaint. */
export const strengthKey = (intensity: number) => STRENGTHS[intensity] ?? 'intensity.0';

export function StrengthChip({ intensity }: { intensity: number }) {
  const t = useMessages(feelingsMessages);
  if (intensity === 0) return null;
  return (
    <Chip tone={intensity >= 3 ? 'red' : intensity === 2 ? 'yellow' : 'plain'}>
      {t(strengthKey(intensity))}
    </Chip>
  );
}
