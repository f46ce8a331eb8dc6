import { useMessages } from '@/app/i18n/messages';
import { tagPickerMessages } from './tag-picker.messages';

/** What was taken off, and that a rule goes on giving it, where one does. */
export function useUntaggedWords(): (done: string, isGivenByRule: boolean) => string {
  const t = useMessages(tagPickerMessages);
  return (done, isGivenByRule) => (isGivenByRule ? t('givenAgain', { done }) : done);
}
