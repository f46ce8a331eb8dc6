import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useSettings } from '@/app/settings';
import { handOffMessages } from './hand-off.messages';

/** What a laptop may be called, begun with who works at it. */
export function useLaptopName(): [string, (name: string) => void] {
  const t = useMessages(handOffMessages);
  const { operatorName = '' } = useSettings();
  const [typed, setTyped] = useState<string>();
  const person = operatorName.trim();
  return [typed ?? (person === '' ? '' : t('nameOf', { name: person })), setTyped];
}
