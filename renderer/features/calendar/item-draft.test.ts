import { expect, it } from 'vitest';
import { draftChanges, rebaseDraft } from './item-draft';

const stored = { title: '产地直播', text: '', owner: '林晓燕' };

it('follows the item where nothing is being written, and keeps what is', () => {
  const typing = { ...stored, text: '写到一半' };
  expect(rebaseDraft(typing, stored, { ...stored, owner: '陈立', text: '别处写的' })).toEqual({
    title: '产地直播',
    text: '写到一半',
    owner: '陈立',
  });
});

it('does not store again what was undone meanwhile', () => {
  const undone = { ...stored, owner: '' };
  expect(draftChanges(rebaseDraft(stored, stored, undone), undone)).toEqual({});
});

it('stores changed fields only, and never an empty title', () => {
  expect(draftChanges({ title: '  ', text: '十二点', owner: '林晓燕 ' }, stored)).toEqual({
    text: '十二点',
  });
  expect(draftChanges({ ...stored, owner: '' }, stored)).toEqual({ owner: '' });
});
