export { EraseDialog } from './erase-dialog';
export { privacyMessages } from './privacy.messages';
export { PrivacyTab } from './privacy-tab';
