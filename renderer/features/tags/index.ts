export { type PickedTag, TagPicker } from './tag-picker';
export { assignTag, unassignTag } from './tags.commands';
export { TagsPage } from './tags-page';
export { useTags } from './use-tags';
