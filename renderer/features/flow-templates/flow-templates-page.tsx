import { useLocation } from 'wouter';
import { EditorPage } from './edit/editor-page';
import { LibraryPage } from './library/library-page';
import { FlowPage } from './reading/flow-page';

type FlowTemplatesPageProps = {
  /** Starts a run of a version, under a name made of the flow's. */
  onStart: (templateId: string, name: string) => void;
};

/** `/sop/templates`: the library; behind it a flow by its key, and its editor. */
export function FlowTemplatesPage({ onStart }: FlowTemplatesPageProps) {
  const [location] = useLocation();
  const [, , , word = '', part] = location.split('/');
  const key = decodeURIComponent(word);
  if (key === '') return <LibraryPage onStart={onStart} />;
  if (part === 'edit') return <EditorPage key={key} flowKey={key} />;
  return <FlowPage key={key} flowKey={key} onStart={onStart} />;
}
