export { DayField } from './day-field';
export { GROUP_SECTIONS, type GroupSection, groupAddress } from './group-address';
export { useLifeSettings } from './life-settings';
export { saveLifeSettings } from './life-settings.commands';
export { addReading, editReading, removeReading } from './readings.commands';
export { type ClassGroups, useClassGroups } from './use-class-groups';
export { useGroupContent, useGroupWeeks, useLifeBoard } from './use-group-life';
export { useIsOver } from './use-is-over';
