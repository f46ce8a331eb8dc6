import { SegmentedControl, Switch } from '@mantine/core';
import { ASSET_KINDS } from '@shared/domain/assets/asset.schema';
import { IconLayoutGrid, IconList } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { FilterMenu } from '@/ui/filter-menu';
import { SearchField } from '@/ui/search-field';
import type { AssetList } from '@/workers/assets/asset-types';
import { assetsMessages } from '../assets.messages';
import type { AssetLook } from './asset-card';
import type { AssetView } from './asset-view';

type AssetFiltersProps = {
  view: AssetView;
  onChange: (change: Partial<AssetView>) => void;
  tags: AssetList['tags'];
  missingCount: number;
  look: AssetLook;
  onLook: (look: AssetLook) => void;
};

/** Words, kinds, tags; what was put away; files that are not here. */
export function AssetFilters(props: AssetFiltersProps) {
  const { view, onChange, tags, missingCount, look, onLook } = props;
  const t = useMessages(assetsMessages);
  const words = { search: t('filterSearch'), nothing: t('filterNothing'), clear: t('filterClear') };
  return (
    <>
      <SearchField
        testId="assets-search"
        widthPx={220}
        label={t('search')}
        clearLabel={t('filterClear')}
        value={view.text}
        onChange={(text) => onChange({ text })}
      />
      <FilterMenu
        testId="assets-kind"
        label={t('kind')}
        options={ASSET_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        chosen={view.kinds}
        onChange={(chosen) =>
          onChange({ kinds: ASSET_KINDS.filter((kind) => chosen.includes(kind)) })
        }
        words={words}
      />
      {(tags.length > 0 || view.tag !== undefined) && (
        <FilterMenu
          testId="assets-tag"
          label={t('tag')}
          options={tags.map(({ tag, count }) => ({
            value: tag,
            label: tag,
            count: String(count),
          }))}
          chosen={view.tag === undefined ? [] : [view.tag]}
          onChange={(chosen) => onChange({ tag: chosen.at(-1) })}
          words={words}
        />
      )}
      <Switch
        size="xs"
        label={t('archived')}
        checked={view.isArchived}
        onChange={(event) => onChange({ isArchived: event.currentTarget.checked })}
      />
      {(missingCount > 0 || view.isOnlyMissing) && (
        <Switch
          size="xs"
          label={t('onlyMissing')}
          checked={view.isOnlyMissing}
          onChange={(event) => onChange({ isOnlyMissing: event.currentTarget.checked })}
        />
      )}
      <SegmentedControl
        size="xs"
        ml="auto"
        aria-label={t('look')}
        data={[
          { value: 'grid', label: <IconLayoutGrid size={15} aria-label={t('grid')} /> },
          { value: 'list', label: <IconList size={15} aria-label={t('list')} /> },
        ]}
        value={look}
        onChange={(value) => onLook(value === 'list' ? 'list' : 'grid')}
      />
    </>
  );
}
