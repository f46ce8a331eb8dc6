export { BookDialog } from './book-dialog';
export { growthValueMessages } from './growth-value.messages';
export { GrowthValuePage } from './growth-value-page';
export { useLevelName, useMemberLedger, usePrivilegeNames } from './use-growth';
