import { expect, it } from 'vitest';
import { draftChanges, draftOf, rebaseDraft, tooLong } from './item-draft';

const stored = draftOf({ title: '产地直播', owner: '林晓燕' });

it('follows the item where nothing is being written, and keeps what is', () => {
  const typing = { ...stored, text: '写到一半' };
  expect(rebaseDraft(typing, stored, { ...stored, owner: '陈立', text: '别处写的' })).toEqual({
    ...stored,
    owner: '陈立',
    text: '写到一半',
  });
});

it('does not store again what was undone meanwhile', () => {
  const undone = { ...stored, owner: '' };
  expect(draftChanges(rebaseDraft(stored, stored, undone), undone)).toEqual({});
});

it('stores changed fields only, and never an empty title', () => {
  const draft = { ...stored, title: '  ', text: '十二点', owner: '林晓燕 ' };
  expect(draftChanges(draft, stored)).toEqual({ text: '十二点' });
  expect(draftChanges({ ...stored, owner: '' }, stored)).toEqual({ owner: '' });
  expect(draftChanges({ ...stored, note: ' 带样品 ' }, stored)).toEqual({ note: '带样品' });
});

it('refuses what is too long instead of cutting it', () => {
  const draft = { ...stored, title: '长'.repeat(201), speakerName: '王'.repeat(61) };
  expect(tooLong(draft)).toEqual(['title', 'speakerName']);
  expect(draftChanges(draft, stored)).toEqual({});
  expect(tooLong({ ...stored, title: `${'长'.repeat(200)} ` })).toEqual([]);
});
