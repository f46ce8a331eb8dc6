import { describeError } from '@shared/contracts/error-text';
import { type ColumnMapping, missingFields } from '@shared/domain/import/columns/fields';
import { currentLanguage } from '@/app/i18n/i18n';
import type { OpenedFile } from '@/workers/import/import-types';

/** Words for a required column that is not there yet, or undefined when the mapping will do. */
export function missingProblem(
  { kind, fileName }: OpenedFile,
  mapping: ColumnMapping,
): string | undefined {
  const [missing] = missingFields(kind, mapping);
  if (missing === undefined) return undefined;
  const data = { file: fileName };
  const language = currentLanguage();
  if (missing === 'externalNo') return describeError('import-no-order-number', data, language);
  if (missing === 'amount') return describeError('import-no-amount', data, language);
  return describeError('import-no-person', data, language);
}
