import { Button, Select } from '@mantine/core';
import { ORDER_STATUSES } from '@shared/domain/orders/order.schema';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { deferred } from '@/ui/deferred';
import { FilterMenu } from '@/ui/filter-menu';
import { SearchField } from '@/ui/search-field';
import { changeOrderView, clearOrderFilters, type OrderView, SPANS, type Span } from './order-view';
import { ordersMessages } from './orders.messages';

/** The calendar and its styles come only to those who choose days of their own. */
const SpanPicker = deferred(async () => (await import('./span-picker')).SpanPicker).Part;

const SPAN_WORDS = {
  all: 'spanAll',
  today: 'spanToday',
  days7: 'span7',
  days30: 'span30',
  days90: 'span90',
  own: 'spanOwn',
} as const satisfies Record<Span, string>;

/** Number or buyer, state, and when. */
export function OrderFilters({ view, isFiltered }: { view: OrderView; isFiltered: boolean }) {
  const t = useMessages(ordersMessages);
  const words = useMessages(wordsMessages);
  return (
    <>
      <SearchField
        testId="orders-search"
        widthPx={260}
        label={t('search')}
        clearLabel={t('filterClear')}
        value={view.text}
        onChange={(text) => changeOrderView({ text })}
      />
      <FilterMenu
        testId="filter-status"
        label={t('status')}
        options={ORDER_STATUSES.map((value) => ({ value, label: words(`orderStatus.${value}`) }))}
        chosen={view.statuses}
        onChange={(chosen) =>
          changeOrderView({ statuses: ORDER_STATUSES.filter((it) => chosen.includes(it)) })
        }
        words={{ search: t('filterSearch'), nothing: t('filterNothing'), clear: t('filterClear') }}
      />
      <Select
        size="xs"
        w={130}
        data-testid="filter-span"
        aria-label={t('span')}
        allowDeselect={false}
        value={view.span}
        data={SPANS.map((value) => ({ value, label: t(SPAN_WORDS[value]) }))}
        onChange={(value) => {
          const span = SPANS.find((it) => it === value);
          if (span) changeOrderView({ span });
        }}
      />
      {view.span === 'own' && <SpanPicker view={view} />}
      {isFiltered && (
        <Button
          size="compact-md"
          fz="var(--q-size-13)"
          variant="subtle"
          onClick={clearOrderFilters}
        >
          {t('clearFilters')}
        </Button>
      )}
    </>
  );
}
