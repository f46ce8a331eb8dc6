import { ActionIcon, Button } from '@mantine/core';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { archiveClass, orderClasses } from '../classes.commands';
import { classesMessages } from './classes.messages';
import classes from './classes.module.css';
import type { ClassFigures } from './use-class-figures';
import { useClassWords } from './use-class-words';

type ClassListProps = { figures: ClassFigures; onEdit: (ownClass: MemberClass) => void };

/** The classes in order; rows move by dragging, by the arrows, or with Alt and an arrow key. */
export function ClassList({ figures, onEdit }: ClassListProps) {
  const t = useMessages(classesMessages);
  const format = useFormat();
  const wordsOf = useClassWords();
  const [dragged, setDragged] = useState<string>();
  const { book, members, groups, waiting } = figures;
  const { language } = book;
  const countOf = (count = 0) => ({ count, n: format.count(count) });
  const ids = book.classes.map(({ id }) => id);
  const moveTo = (id: string, to: number) => {
    const from = ids.indexOf(id);
    if (from < 0 || to < 0 || to >= ids.length || from === to) return;
    const classIds = ids.filter((other) => other !== id);
    classIds.splice(to, 0, id);
    execute(orderClasses, { classIds, language }).catch(showProblem);
  };
  const onKey = (event: KeyboardEvent, id: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    moveTo(id, ids.indexOf(id) + (event.key === 'ArrowUp' ? -1 : 1));
  };
  const putAway = async (it: MemberClass) => {
    try {
      await execute(archiveClass, { classId: it.id, name: it.name, language });
      showDone(t('archived', { name: it.name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <ol className={classes.list}>
      {book.classes.map((it, at) => (
        <li
          key={it.id}
          className={classes.row}
          data-testid="class-row"
          data-class-id={it.id}
          data-members={members.get(it.id) ?? 0}
          data-dragged={dragged === it.id}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            setDragged(it.id);
          }}
          onDragEnd={() => setDragged(undefined)}
          onDragOver={(event) => dragged && event.preventDefault()}
          onDrop={() => dragged && moveTo(dragged, at)}
          onKeyDown={(event) => onKey(event, it.id)}
        >
          <span className={classes.rank}>{at + 1}</span>
          <div className={classes.what}>
            <button type="button" className={classes.name} onClick={() => onEdit(it)}>
              {it.name}
            </button>
            <span className={classes.quiet}>{wordsOf(it)}</span>
          </div>
          <span className={classes.figure}>{t('memberCount', countOf(members.get(it.id)))}</span>
          <span className={classes.figure}>{t('groupCount', countOf(groups.get(it.id)))}</span>
          <span className={classes.figure}>
            {t('waitingCount', { count: format.count(waiting.get(it.id) ?? 0) })}
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('up', { name: it.name })}
            disabled={at === 0}
            onClick={() => moveTo(it.id, at - 1)}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('down', { name: it.name })}
            disabled={at === ids.length - 1}
            onClick={() => moveTo(it.id, at + 1)}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
          <Button size="compact-sm" variant="subtle" onClick={() => onEdit(it)}>
            {t('edit')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            disabled={ids.length === 1}
            onClick={() => void putAway(it)}
          >
            {t('archive')}
          </Button>
        </li>
      ))}
    </ol>
  );
}
