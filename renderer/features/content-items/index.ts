export { columnTemplates, useColumns } from './columns';
export {
  addItem,
  copyItem,
  copyWeek,
  editItem,
  moveItem,
  removeItem,
  setWeekNote,
} from './content-items.commands';
export { FormIcon, StatusIcon } from './form-icon';
