import type { StepItem } from '@shared/domain/sop/run-record.schema';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { problemText } from '@/app/feedback';
import { execute } from '@/db/client';
import { addStepItem, editStepItem, removeStepItem } from './step-items.commands';
import { itemLanguage } from './use-step-items';

type Patch = Parameters<
  typeof execute<'flow-tools.editStepItem', typeof editStepItem.input, void>
>[1];

const CLEARABLE = ['asset', 'url', 'fromDay', 'toDay', 'ownerName', 'note'] as const;
type TextField = (typeof CLEARABLE)[number];

/** What can be done with the items of a step; each answers with what is wrong, in words, if anything. */
export function useEditItem({ runId, position }: SopStep, kind: StepItem['kind']) {
  const place = () => ({ runId, position, kind, language: itemLanguage() });
  const said = async (work: Promise<unknown>): Promise<string | undefined> => {
    try {
      await work;
      return undefined;
    } catch (error) {
      return problemText(error);
    }
  };
  const edit = (key: string, patch: Patch['patch'], clear: Patch['clear'] = []) =>
    execute(editStepItem, { ...place(), key, patch, clear });
  return {
    edit,
    rename: (key: string, label: string, empty: string) =>
      label === '' ? Promise.resolve(empty) : said(edit(key, { label })),
    /** An empty text takes the field away. */
    write: (key: string, field: TextField, text: string) =>
      said(text === '' ? edit(key, {}, [field]) : edit(key, { [field]: text })),
    writeCount: (key: string, field: 'seenCount' | 'passedCount', count: number | undefined) =>
      count === undefined ? edit(key, {}, [field]) : edit(key, { [field]: count }),
    add: (label: string) => said(execute(addStepItem, { ...place(), label })),
    remove: (key: string, label: string) => execute(removeStepItem, { ...place(), key, label }),
  };
}
