import type { EventRef } from '@shared/domain/rules/rule.schema';
import { assertNever } from '@shared/lib/errors';
import type { Translate } from '@/app/i18n/messages';
import type { wordsMessages } from '@/app/i18n/words.messages';
import { type RuleTranslate, rangeWords, yuanWords } from './range-words';
import type { RuleNames } from './rule-names';

/** `act` takes a number of times behind it, `did` says at least once, `didNot` never. */
export type EventForm = 'act' | 'did' | 'didNot';

export type EventSpeaker = {
  t: RuleTranslate;
  words: Translate<keyof typeof wordsMessages.zh>;
  names: RuleNames;
};

/** True for "an order, whichever". */
export const isAnyOrder = (event: EventRef): boolean =>
  event.of === 'order' && Object.values(event).filter((part) => part !== undefined).length === 1;

/** What happened, as a verb: "买过 草莓、水果（有退款）". */
export function eventWords(speaker: EventSpeaker, event: EventRef, form: EventForm): string {
  const { t } = speaker;
  const details = detailsOf(speaker, event);
  const said = verbOf(speaker, event, form);
  return details.length === 0
    ? said
    : t('eventDetails', { event: said, details: details.join(t('listOr')) });
}

function verbOf({ t, words, names }: EventSpeaker, event: EventRef, form: EventForm): string {
  switch (event.of) {
    case 'order': {
      const categories = (event.category ?? []).map((key) => names.category(key) ?? key);
      const bought = [...(event.product ?? []), ...categories];
      return bought.length === 0
        ? t(`order.${form}`)
        : t(`buy.${form}`, { what: bought.join(t('listOr')) });
    }
    case 'interaction': {
      const kinds = event.kinds.map((kind) => words(`interaction.${kind}`));
      return t(`interaction.${form}`, { what: kinds.join(t('listOr')) });
    }
    case 'comment':
      return t(`comment.${form}`);
    default:
      return assertNever(event, 'verbOf');
  }
}

function detailsOf({ t, names }: EventSpeaker, event: EventRef): string[] {
  const details: string[] = [];
  switch (event.of) {
    case 'order':
      if (event.netFen) {
        details.push(t('detail.orderNet', { range: rangeWords(t, event.netFen, yuanWords) }));
      }
      if (event.isRefunded !== undefined) {
        details.push(t(event.isRefunded ? 'detail.refunded' : 'detail.notRefunded'));
      }
      return details;
    case 'interaction':
      if (event.groupIds && event.groupIds.length > 0) {
        const groups = event.groupIds.map((id) => names.group(id) ?? t('gone'));
        details.push(t('detail.groups', { names: groups.join(t('listOr')) }));
      }
      if (event.value) details.push(t('detail.value', { range: rangeWords(t, event.value) }));
      return details;
    case 'comment':
      details.push(...(event.feelings ?? []).map((it) => t(`feeling.${it}`)));
      details.push(...(event.topics ?? []).map((it) => t(`topic.${it}`)));
      if (event.intensity) {
        details.push(t('detail.intensity', { range: rangeWords(t, event.intensity) }));
      }
      return details;
    default:
      return assertNever(event, 'detailsOf');
  }
}
