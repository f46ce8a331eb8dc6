export { assignTag, unassignTag } from './assign.commands';
export { type PickedTag, TagPicker } from './tag-picker';
export { TagsPage } from './tags-page';
export { mostTellingFirst } from './telling-order';
export { useTags } from './use-tags';
export { useUntaggedWords } from './use-untagged-words';
