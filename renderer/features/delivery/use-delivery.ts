import type {
  DeliveryKind,
  DeliveryOptions,
  PickupOrder,
} from '@shared/domain/delivery/delivery.types';
import type { OrderStatus } from '@shared/domain/orders/order.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { useEffect, useMemo, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useSettings } from '@/app/settings';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import type {
  DeliveryChoice,
  DeliveryPreview,
  DeliveryScope,
  DeliverySource,
} from '@/workers/delivery/delivery-types';
import { deliveryMessages } from './delivery.messages';
import { readWorkspaceName } from './delivery.queries';
import { deliverySheetMessages } from './delivery-sheet.messages';

export type DeliveryView = DeliveryChoice & {
  kind: DeliveryKind;
  title: string;
  day: string;
  rowsPerPage: number;
  isPhoneMasked: boolean;
  hasCutLines: boolean;
  pickupOrder: PickupOrder;
};

/** What is still to be handed over; if nothing is, what was not taken back. */
function statusesToDeliver(scope: DeliveryScope): OrderStatus[] {
  const present = scope.statuses.map(({ value }) => value);
  const open = present.filter((it) => it === 'paid' || it === 'shipped' || it === 'unknown');
  if (open.length > 0) return open;
  const standing = present.filter((it) => it !== 'cancelled' && it !== 'refunded');
  return standing.length > 0 ? standing : present;
}

/** The chosen orders, the sheet's options, and the first pages as they will be printed. */
export function useDelivery(source: DeliverySource) {
  const t = useMessages(deliveryMessages);
  const format = useFormat();
  const isPrivate = useSettings().privacyMask === true;
  const language = currentLanguage();
  const [scope, setScope] = useState<DeliveryScope>();
  const [view, setView] = useState<DeliveryView>();
  const [preview, setPreview] = useState<DeliveryPreview>();
  const [fallbackTitle, setFallbackTitle] = useState('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the orders are taken in hand once
  useEffect(() => {
    let isCurrent = true;
    Promise.all([dataWorker().deliveries.open(source), readWorkspaceName()]).then(
      ([found, name]) => {
        if (!isCurrent) return;
        const only = found.campaigns.length === 1 ? found.campaigns[0]?.value : undefined;
        setFallbackTitle(name || t('defaultTitle'));
        setScope(found);
        setView({
          kind: 'delivery',
          title: only || name || t('defaultTitle'),
          day: dayOf(Date.now(), DEFAULT_TIME_ZONE),
          campaigns: [],
          statuses: statusesToDeliver(found),
          rowsPerPage: 30,
          isPhoneMasked: true,
          hasCutLines: true,
          pickupOrder: found.hasPoints ? 'point' : 'alphabet',
        });
      },
      showProblem,
    );
    return () => {
      isCurrent = false;
      void dataWorker().deliveries.discard();
    };
  }, []);

  const options = useMemo<DeliveryOptions | undefined>(
    () =>
      view && {
        kind: view.kind,
        title: view.title,
        dateText: format.fullDay(view.day),
        rowsPerPage: view.rowsPerPage,
        isPhoneMasked: view.isPhoneMasked || isPrivate,
        hasCutLines: view.hasCutLines,
        pickupOrder: view.pickupOrder,
        language,
        words: language === 'en' ? deliverySheetMessages.en : deliverySheetMessages.zh,
      },
    [view, format, isPrivate, language],
  );

  useEffect(() => {
    if (!view || !options) return undefined;
    let isCurrent = true;
    const { campaigns, statuses } = view;
    dataWorker()
      .deliveries.preview({ campaigns, statuses }, options)
      .then((made) => isCurrent && setPreview(made), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [view, options]);

  const change = (patch: Partial<DeliveryView>) => setView((now) => now && { ...now, ...patch });
  /** One 团 gives the sheet its name, until somebody writes another. */
  const chooseCampaigns = (campaigns: string[]) => {
    const known = [fallbackTitle, ...(scope?.campaigns.map(({ value }) => value) ?? [])];
    const isOwn = view !== undefined && !known.includes(view.title);
    const only = campaigns.length === 1 ? campaigns[0] : '';
    change({ campaigns, ...(!isOwn && { title: only || fallbackTitle }) });
  };
  return { scope, view, options, preview, change, chooseCampaigns, isPrivate };
}
