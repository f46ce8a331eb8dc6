import { Button, Drawer } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { Why } from '@/ui/why';
import { ClassForm, type ClassStart } from './class-form';
import { ClassList } from './class-list';
import { classesMessages } from './classes.messages';
import classes from './classes.module.css';
import { RulesCard } from './rules-card';
import { SplitCard } from './split-card';
import { useClassFigures } from './use-class-figures';

/** Whom groups are for: classes in the order in which they are tried, and who never meets. */
export function ClassesPage() {
  const t = useMessages(classesMessages);
  const format = useFormat();
  const figures = useClassFigures();
  const [editing, setEditing] = useState<ClassStart>();
  const close = () => setEditing(undefined);
  return (
    <Page
      testId="page-group-classes"
      ready={figures !== undefined}
      title={t('title')}
      subtitle={
        figures &&
        t('subtitle', {
          classes: format.count(figures.book.classes.length),
          people: format.count(figures.total - figures.classless),
          total: format.count(figures.total),
        })
      }
      actions={
        <Button
          leftSection={<IconPlus size={16} />}
          data-testid="class-new"
          onClick={() => setEditing({})}
        >
          {t('create')}
        </Button>
      }
    >
      {figures && (
        <div className={classes.page}>
          <Card title={t('listTitle')} actions={<Why word={t('why')}>{t('whyText')}</Why>}>
            <ClassList figures={figures} onEdit={(ownClass) => setEditing({ ownClass })} />
            {figures.classless > 0 && (
              <p className={classes.quiet} data-testid="class-less" data-count={figures.classless}>
                {t('classless', {
                  count: format.count(figures.classless),
                  unknown: format.count(figures.unknown),
                })}
              </p>
            )}
          </Card>
          {figures.splits.length > 0 && (
            <SplitCard splits={figures.splits} onTake={(fields) => setEditing({ fields })} />
          )}
          <RulesCard rules={figures.book.rules} />
        </div>
      )}
      <Drawer
        opened={editing !== undefined}
        onClose={close}
        position="right"
        size="md"
        title={editing?.ownClass ? t('editTitle', { name: editing.ownClass.name }) : t('create')}
      >
        {editing && figures && (
          <ClassForm
            start={editing}
            figures={figures}
            onCancel={close}
            onSaved={(name) => {
              close();
              showDone(t('saved', { name }), { undo: true });
            }}
          />
        )}
      </Drawer>
    </Page>
  );
}
