import {
  type ColumnChoice,
  type ColumnTemplate,
  columnChoices,
  columnTemplateSchema,
} from '@shared/domain/calendar/column.schema';
import type { ContentColumn } from '@shared/domain/calendar/content.schema';
import { useMemo } from 'react';
import { z } from 'zod';
import { useLanguage } from '@/app/i18n/use-language';
import columns from '../../../resources/columns/default-columns.json';

export const columnTemplates: readonly ColumnTemplate[] = z
  .array(columnTemplateSchema)
  .parse(columns);

/** The columns to choose from, named in the window's language where the leader has not renamed them. */
export function useColumns(stored: readonly ContentColumn[]): ColumnChoice[] {
  const language = useLanguage();
  return useMemo(() => columnChoices(columnTemplates, stored, language), [stored, language]);
}
