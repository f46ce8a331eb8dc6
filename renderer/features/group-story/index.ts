export { OverviewSection } from './overview-section';
export { NoteDialog } from './story/note-dialog';
export { useStanding } from './use-group-story';
