import { ActionIcon, Tooltip } from '@mantine/core';
import type { ImportCounts } from '@shared/domain/import/import-batch.schema';
import { amountOf, headsOf } from '@shared/domain/relay/relay-plan.rules';
import { IconArrowBackUp, IconBan } from '@tabler/icons-react';
import { memo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useSettings } from '@/app/settings';
import { useFormat } from '@/app/use-format';
import { Chip } from '@/ui/chip';
import { InlineEdit } from '@/ui/inline-edit';
import { type Draft, itemsText, typedItems } from './draft.rules';
import { PlaceCell } from './place-cell';
import { relayMessages } from './relay.messages';
import classes from './relay.module.css';
import type { RelayState, RelayWork } from './use-relay';

type TableProps = {
  state: RelayState;
  work: RelayWork;
  outcomes: readonly (keyof ImportCounts)[];
};

/** Every entry; each cell can be mended, and what is doubtful says so. */
export function RelayTable({ state, work, outcomes }: TableProps) {
  const t = useMessages(relayMessages);
  const isOrders = work.target === 'orders';
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th className={classes.number}>{t('number')}</th>
            <th>{t('who')}</th>
            <th>{t('door')}</th>
            <th>{isOrders ? t('goods') : t('heads')}</th>
            <th>{t('note')}</th>
            {isOrders && <th className={classes.amount}>{t('amount')}</th>}
            <th>{t('member')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {work.drafts.map((draft, at) => (
            <RelayLine
              key={draft.key}
              draft={draft}
              target={work.target}
              title={work.title}
              prices={work.prices}
              products={work.relay.products}
              names={work.known.names}
              outcome={outcomes[at] ?? 'rejected'}
              onMend={state.mend}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type LineProps = Pick<RelayWork, 'target' | 'title' | 'prices'> & {
  draft: Draft;
  products: RelayWork['relay']['products'];
  names: Record<string, string>;
  outcome: keyof ImportCounts;
  onMend: RelayState['mend'];
};

/** Long lists are mended line by line: only the line that changed is drawn again. */
const RelayLine = memo(function RelayLine(props: LineProps) {
  const { draft, target, title, prices, products, names, outcome, onMend } = props;
  const t = useMessages(relayMessages);
  const format = useFormat();
  const { row, key, doubts } = draft;
  const isMasked = useSettings().privacyMask === true;
  const isOrders = target === 'orders';
  const amountFen = amountOf(row, prices);
  const mend = (patch: Parameters<RelayState['mend']>[1]) => {
    onMend(key, patch);
    return Promise.resolve(undefined);
  };
  const keys = [row.address && format.address(row.address), row.phone && format.phone(row.phone)];
  return (
    <tr
      data-testid="relay-row"
      data-outcome={outcome}
      data-place={row.place.kind}
      data-cancelled={row.isCancelled}
      // The pasted words hold phones and doors as they are.
      title={isMasked ? undefined : draft.raw}
    >
      <td className={classes.number}>{row.number}</td>
      <td>
        <InlineEdit
          label={t('who')}
          testId="relay-name"
          value={row.nickname}
          shown={
            row.realName
              ? t('whoNamed', { nickname: row.nickname, name: row.realName })
              : row.nickname
          }
          placeholder={t('noName')}
          onSave={(nickname) => mend({ nickname })}
        />
        <Doubts doubts={doubts} isOrders={isOrders} />
      </td>
      <td>
        <InlineEdit
          label={t('door')}
          value={row.address ?? ''}
          shown={keys.filter(Boolean).join(' ')}
          placeholder={row.phone ? format.phone(row.phone) : t('noDoor')}
          onSave={(address) => mend({ address })}
        />
      </td>
      <td>
        {isOrders ? (
          <Tooltip label={t('itemsHint')} openDelay={600}>
            <div>
              <InlineEdit
                label={t('goods')}
                testId="relay-goods"
                value={itemsText(row.items)}
                placeholder={t('noGoods')}
                onSave={(text) => mend({ items: typedItems(text, products, title) })}
              />
            </div>
          </Tooltip>
        ) : (
          <InlineEdit
            label={t('heads')}
            testId="relay-heads"
            value={String(headsOf(row))}
            placeholder="1"
            onSave={(text) => mend({ people: Math.max(1, Math.round(Number(text)) || 1) })}
          />
        )}
      </td>
      <td>
        <InlineEdit
          label={t('note')}
          value={row.note}
          placeholder={t('noNote')}
          onSave={(note) => mend({ note })}
        />
      </td>
      {isOrders && (
        <td className={classes.amount}>
          {row.isCancelled ? (
            <Chip>{t('cancelled')}</Chip>
          ) : amountFen === undefined ? (
            row.items.length > 0 && <span className={classes.missing}>{t('noAmount')}</span>
          ) : (
            format.money(amountFen)
          )}
        </td>
      )}
      <td>
        <PlaceCell draft={draft} names={names} onPlace={(place) => void mend({ place })} />
      </td>
      <td>
        <Tooltip label={row.isCancelled ? t('restore') : t('cancel')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={row.isCancelled ? t('restore') : t('cancel')}
            onClick={() => void mend({ isCancelled: !row.isCancelled })}
          >
            {row.isCancelled ? <IconArrowBackUp size={16} /> : <IconBan size={16} />}
          </ActionIcon>
        </Tooltip>
      </td>
    </tr>
  );
});

function Doubts({ doubts, isOrders }: { doubts: Draft['doubts']; isOrders: boolean }) {
  const t = useMessages(relayMessages);
  // That nothing is ordered is no doubt where only names are wanted.
  const told = isOrders
    ? doubts
    : doubts.filter((doubt) => doubt !== 'empty' && doubt !== 'item-guessed');
  if (told.length === 0) return null;
  return (
    <div className={classes.doubts}>
      {told.map((doubt) => (
        <Chip key={doubt} tone="yellow">
          {t(`doubt.${doubt}`)}
        </Chip>
      ))}
    </div>
  );
}
