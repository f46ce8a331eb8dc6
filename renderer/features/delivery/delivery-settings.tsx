import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { DELIVERY_KINDS, PICKUP_ORDERS } from '@shared/domain/delivery/delivery.types';
import { IconChecklist, IconPackage, IconTruckDelivery } from '@tabler/icons-react';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { FilterMenu } from '@/ui/filter-menu';
import type { DeliveryScope, DeliverySource } from '@/workers/delivery/delivery-types';
import { deliveryMessages } from './delivery.messages';
import classes from './delivery.module.css';
import type { DeliveryView, useDelivery } from './use-delivery';

const KINDS = {
  delivery: { icon: IconTruckDelivery, word: 'kindDelivery', hint: 'kindDeliveryHint' },
  picking: { icon: IconPackage, word: 'kindPicking', hint: 'kindPickingHint' },
  pickup: { icon: IconChecklist, word: 'kindPickup', hint: 'kindPickupHint' },
} as const;
const ROWS = [20, 30, 40, 60] as const;

type SettingsProps = {
  delivery: ReturnType<typeof useDelivery>;
  scope: DeliveryScope;
  view: DeliveryView;
  source: DeliverySource;
};

/** Which orders, which sheet, how it is laid out. */
export function DeliverySettings({ delivery, scope, view, source }: SettingsProps) {
  const t = useMessages(deliveryMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { change, chooseCampaigns, isPrivate } = delivery;
  const menu = { search: t('search'), nothing: t('nothing'), clear: t('clear') };
  const locale = currentLanguage() === 'en' ? 'en' : 'zh-cn';
  return (
    <div className={classes.settings}>
      <p className={classes.source}>
        {t(source.ids ? 'selected' : 'filtered', { n: format.count(scope.total) })}
      </p>
      <div className={classes.kinds} role="radiogroup" aria-label={t('kind')}>
        {DELIVERY_KINDS.map((kind) => {
          const { icon: Picture, word, hint } = KINDS[kind];
          return (
            // biome-ignore lint/a11y/useSemanticElements: a choice of cards with a hint each
            <button
              key={kind}
              type="button"
              role="radio"
              aria-checked={view.kind === kind}
              data-testid={`delivery-kind-${kind}`}
              onClick={() => change({ kind })}
            >
              <Picture size={20} stroke={1.5} aria-hidden />
              <b>{t(word)}</b>
              <span>{t(hint)}</span>
            </button>
          );
        })}
      </div>
      <div className={classes.filters}>
        {(scope.campaigns.length > 1 || scope.campaigns[0]?.value !== '') && (
          <FilterMenu
            testId="delivery-campaign"
            label={t('campaign')}
            options={scope.campaigns.map(({ value, count }) => ({
              value,
              label: value === '' ? t('noCampaign') : value,
              count: format.count(count),
            }))}
            chosen={view.campaigns}
            onChange={chooseCampaigns}
            words={menu}
          />
        )}
        <FilterMenu
          testId="delivery-status"
          label={t('status')}
          options={scope.statuses.map(({ value, count }) => ({
            value,
            label: words(`orderStatus.${value}`),
            count: format.count(count),
          }))}
          chosen={view.statuses}
          onChange={(chosen) =>
            change({
              statuses: scope.statuses.flatMap(({ value }) =>
                chosen.includes(value) ? value : [],
              ),
            })
          }
          words={menu}
        />
      </div>
      <TextInput
        size="xs"
        label={t('heading')}
        data-testid="delivery-title"
        maxLength={60}
        value={view.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
          <DatePickerInput
            size="xs"
            label={t('day')}
            valueFormat="YYYY-MM-DD"
            value={view.day}
            onChange={(day) => day && change({ day })}
          />
        </DatesProvider>
        <Select
          size="xs"
          label={t('rowsPerPage')}
          allowDeselect={false}
          value={String(view.rowsPerPage)}
          data={ROWS.map((n) => ({ value: String(n), label: t('rows', { n }) }))}
          onChange={(value) => change({ rowsPerPage: Number(value) })}
        />
      </div>
      {view.kind === 'pickup' && (
        <Select
          size="xs"
          label={t('pickupOrder')}
          allowDeselect={false}
          value={view.pickupOrder}
          data={PICKUP_ORDERS.map((value) => ({
            value,
            label: t(value === 'point' ? 'byPoint' : 'byAlphabet'),
          }))}
          onChange={(value) => change({ pickupOrder: value === 'alphabet' ? 'alphabet' : 'point' })}
        />
      )}
      {(view.kind === 'delivery' || (view.kind === 'pickup' && view.pickupOrder === 'point')) && (
        <Checkbox
          size="xs"
          label={t(view.kind === 'pickup' ? 'cutLinesPoints' : 'cutLines')}
          checked={view.hasCutLines}
          onChange={(event) => change({ hasCutLines: event.currentTarget.checked })}
        />
      )}
      {view.kind === 'delivery' && (
        <Checkbox
          size="xs"
          label={t('maskPhones')}
          description={isPrivate ? t('maskForced') : undefined}
          data-testid="delivery-mask-phones"
          disabled={isPrivate}
          checked={view.isPhoneMasked || isPrivate}
          onChange={(event) => change({ isPhoneMasked: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
