import { ActionIcon, Button, Modal, Tooltip } from '@mantine/core';
import type { RiskEntry } from '@shared/domain/risk/risk-entry.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { IconPencil, IconPlus, IconShieldExclamation, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { useReturnFocus } from '@/ui/use-return-focus';
import { RiskForm } from './risk-form';
import { removeRiskEntry } from './risk-list.commands';
import { riskMessages } from './risk-list.messages';
import classes from './risk-list.module.css';
import { readRiskEntries } from './risk-list.queries';

/** Everybody on the list, with reason and term; each can be changed or taken off. */
export function RiskDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(riskMessages);
  const entries = useLive(readRiskEntries, []);
  const [edited, setEdited] = useState<Partial<RiskEntry>>();
  const add = (
    <Button
      data-testid="risk-add"
      leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
      onClick={() => setEdited({})}
    >
      {t('add')}
    </Button>
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="min(860px, 96vw)"
      closeOnEscape={edited === undefined}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {entries?.length === 0 ? (
        <EmptyState
          icon={IconShieldExclamation}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={add}
        />
      ) : (
        <>
          <div className={classes.head}>
            <p>{t('intro')}</p>
            {add}
          </div>
          <ul className={classes.list}>
            {entries?.map((entry) => (
              <RiskRow key={entry.id} entry={entry} onEdit={() => setEdited(entry)} />
            ))}
          </ul>
        </>
      )}
      {edited && <RiskForm entry={edited} onClose={() => setEdited(undefined)} />}
    </Modal>
  );
}

function RiskRow({ entry, onEdit }: { entry: RiskEntry; onEdit: () => void }) {
  const t = useMessages(riskMessages);
  const format = useFormat();
  const { id, name, phone, wechatId, address, level, reason, evidence, appeal, at } = entry;
  const { expiresAt } = entry;
  const shownPhone = phone && format.phone(phone);
  const shownAddress = address && format.address(address);
  const who = name ?? shownPhone ?? wechatId ?? shownAddress ?? t('someone');
  const isExpired = expiresAt !== undefined && expiresAt <= Date.now();
  const keys = [shownPhone, wechatId, shownAddress].filter(Boolean);

  async function remove(): Promise<void> {
    try {
      await execute(removeRiskEntry, { entryId: id, who });
      showDone(t('removed', { who }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <li className={classes.row} data-testid="risk-row" data-entry-id={id} data-expired={isExpired}>
      <span className={classes.mark} data-level={level}>
        {t(`level.${level}`)}
      </span>
      <div className={classes.words}>
        <b>{name ?? t('someone')}</b> <span>{keys.join(' · ')}</span>
        <p>{reason}</p>
        {evidence !== undefined && <p className={classes.more}>{t('evidenceIs', { evidence })}</p>}
        {appeal !== undefined && <p className={classes.more}>{t('appealIs', { appeal })}</p>}
        <span className={classes.more}>
          {t('at', { when: format.relativeDay(at) })}
          {expiresAt !== undefined &&
            ` · ${
              isExpired
                ? t('expired')
                : t('until', { day: format.fullDay(dayOf(expiresAt - 1, DEFAULT_TIME_ZONE)) })
            }`}
        </span>
      </div>
      <div className={classes.actions}>
        <Tooltip label={t('edit')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('edit')} ${who}`}
            onClick={onEdit}
          >
            <IconPencil size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('remove')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            data-testid="risk-remove"
            aria-label={`${t('remove')} ${who}`}
            onClick={() => void remove()}
          >
            <IconTrash size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </div>
    </li>
  );
}
