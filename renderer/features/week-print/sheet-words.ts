import { CONTENT_FORMS, CONTENT_STATUSES } from '@shared/domain/calendar/content.schema';
import type { SheetWords } from '@shared/domain/calendar/sheet/sheet.types';
import { slotHoursLabel } from '@shared/domain/calendar/slot.rules';
import type { SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import type { Language } from '@/app/i18n/i18n';
import { translator } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { createFormat } from '@/ui/format';
import { sheetMessages } from './sheet.messages';

const byKey = <K extends string>(keys: readonly K[], word: (key: K) => string) =>
  Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;

/** Every word of the sheets, with the workspace's hours. */
export function sheetWords({ slots }: SlotSettings, language: Language): SheetWords {
  const t = translator(sheetMessages, language);
  const word = translator(wordsMessages, language);
  const format = createFormat({ language, timeZone: DEFAULT_TIME_ZONE, isMasked: false });
  return {
    slots: byKey(SLOTS, (slot) => word(`slot.${slot}`)),
    hours: byKey(SLOTS, (slot) => slotHoursLabel(slots[slot])),
    forms: byKey(CONTENT_FORMS, (form) => word(`form.${form}`)),
    statuses: byKey(CONTENT_STATUSES, (status) => word(`contentStatus.${status}`)),
    weekday: format.weekday,
    date: format.day,
    off: t('off'),
    makeUp: t('makeUp'),
    notAnnounced: t('notAnnounced'),
    continued: t('continued'),
    note: t('note'),
    internalMark: t('internalMark'),
    checklist: t('checklist'),
    sendTo: t('sendTo'),
    approvedBy: (name) => t('approvedBy', { name }),
    onlyFor: (names) => t('onlyFor', { names }),
    nothing: t('nothing'),
    more: (n) => t('more', { n }),
    cutRemark: t('cutRemark'),
    page: (n, total) => t('page', { n, total }),
  };
}
