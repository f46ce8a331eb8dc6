import { NumberInput } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { relayMessages } from './relay.messages';
import classes from './relay.module.css';
import type { RelayState, RelayWork } from './use-relay';

/** One price for each product, from the list's head or typed here. */
export function PriceList({ state, work }: { state: RelayState; work: RelayWork }) {
  const t = useMessages(relayMessages);
  const missing = state.products.filter((product) => !work.prices.has(product)).length;
  if (state.products.length === 0) return null;

  function setPrice(product: string, yuan: number | string): void {
    const prices = new Map(work.prices);
    if (typeof yuan === 'number') prices.set(product, Math.round(yuan * 100));
    else prices.delete(product);
    state.change({ prices });
  }

  return (
    <section className={classes.prices}>
      <header>
        <b>{t('prices')}</b>
        <span className={classes.priceHint}>{t('pricesHint')}</span>
        {missing > 0 && (
          <span className={classes.missing}>{t('pricesMissing', { n: missing })}</span>
        )}
      </header>
      <ul>
        {state.products.map((product) => {
          const fen = work.prices.get(product);
          const name = product === '' ? t('unnamedProduct') : product;
          return (
            <li key={product}>
              <span title={name}>{name}</span>
              <NumberInput
                size="xs"
                w={92}
                hideControls
                min={0}
                max={1_000_000}
                decimalScale={2}
                data-testid="relay-price"
                data-product={product}
                aria-label={t('priceOf', { product: name })}
                value={fen === undefined ? '' : fen / 100}
                onChange={(yuan) => setPrice(product, yuan)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
