import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { kocMessages } from './koc.messages';
import classes from './koc.module.css';
import { KOC_VIEWS, type KocView, kocAddress } from './koc-address';

export function ViewSwitch({ open }: { open: KocView }) {
  const t = useMessages(kocMessages);
  const [, navigate] = useLocation();
  return (
    <SegmentedControl
      className={classes.views ?? ''}
      size="xs"
      aria-label={t('view.label')}
      data-testid="koc-views"
      value={open}
      data={KOC_VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
      onChange={(value) => {
        const view = KOC_VIEWS.find((it) => it === value);
        if (view) navigate(kocAddress(view));
      }}
    />
  );
}
