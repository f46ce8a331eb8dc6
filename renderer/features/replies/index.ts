export { LibraryPage, RepliesSwitch, ReplyForm } from './deferred-parts';
export { useMinutes } from './library/use-minutes';
export { QuickReplyDoor } from './quick/quick-door';
export { openQuickReply } from './quick/quick-state';
export { takeLargePaste } from './take-in/large-paste';
