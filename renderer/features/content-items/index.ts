export { readSlots, useSlots } from '@/app/use-slots';
export { columnTemplates, useColumns } from './columns';
export {
  addItem,
  copyItem,
  copyWeek,
  editItem,
  moveItem,
  planOf,
  removeItem,
  setWeekNote,
} from './content-items.commands';
export { FormIcon, StatusIcon } from './form-icon';
export { lastPosition, loadItem } from './item-rows';
export {
  copyItems,
  editItems,
  moveItems,
  removeItems,
  setItemStatus,
} from './many-items.commands';
