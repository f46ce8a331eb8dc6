import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useClassBook } from '@/features/groups';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { CardForm } from './card/card-form';
import { ContentFitCard } from './content-fit-card';
import { addPositioning } from './positioning.commands';
import { positioningMessages } from './positioning.messages';
import classes from './positioning.module.css';
import { useCards } from './use-cards';
import { VoicesCard } from './voices-card';

/** What each community is for, who speaks in it, and whether what is planned fits. */
export function PositioningPage() {
  const t = useMessages(positioningMessages);
  const format = useFormat();
  const cards = useCards();
  const book = useClassBook();
  const [chosen, setChosen] = useState<string>();
  const card = cards?.find(({ id }) => id === chosen) ?? cards?.[0];
  const add = async (name: string, classId?: string) => {
    try {
      const { id } = await execute(addPositioning, {
        name: name.slice(0, 60),
        kind: 'guide',
        ...(classId !== undefined && { classId }),
      });
      setChosen(id);
      showDone(t('added', { name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const addButton = (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button data-testid="positioning-add">{t('add')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item data-testid="positioning-add-whole" onClick={() => void add(t('newName'))}>
          {t('whole')}
        </Menu.Item>
        {(book?.classes ?? []).map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => void add(t('newClassName', { name }), id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <Page
      testId="page-sop"
      title={t('title')}
      subtitle={
        cards && cards.length > 0
          ? t('state', { count: cards.length, n: format.count(cards.length) })
          : ' '
      }
      actions={card && addButton}
      ready={cards !== undefined}
    >
      {cards && !card && (
        <EmptyState
          icon={IconCompass}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={addButton}
        />
      )}
      {cards && card && (
        <div className={classes.stack}>
          {cards.length > 1 && (
            <SegmentedControl
              style={{ alignSelf: 'start' }}
              size="xs"
              aria-label={t('pickLabel')}
              data={cards.map(({ id, name }) => ({ value: id, label: name }))}
              value={card.id}
              onChange={setChosen}
            />
          )}
          <div className={classes.page}>
            <CardForm key={card.id} card={card} />
            <div className={classes.stack}>
              <ContentFitCard card={card} />
              <VoicesCard />
            </div>
          </div>
        </div>
      )}
    </Page>
  );
}
