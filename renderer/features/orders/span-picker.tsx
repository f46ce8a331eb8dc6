import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { changeOrderView, type OrderView } from './order-view';
import { ordersMessages } from './orders.messages';

/** First and last day of a span, both included. */
export function SpanPicker({ view }: { view: OrderView }) {
  const t = useMessages(ordersMessages);
  const locale = currentLanguage() === 'en' ? 'en' : 'zh-cn';
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
      <DatePickerInput
        type="range"
        size="sm"
        w={220}
        styles={{ input: { minHeight: 30, height: 30, fontSize: 'var(--q-size-12)' } }}
        clearable
        allowSingleDateInRange
        valueFormat="YYYY-MM-DD"
        aria-label={t('span')}
        placeholder={t('spanPick')}
        value={[view.fromDay ?? null, view.toDay ?? null]}
        onChange={([from, to]) =>
          changeOrderView({ fromDay: from ?? undefined, toDay: to ?? undefined })
        }
      />
    </DatesProvider>
  );
}
