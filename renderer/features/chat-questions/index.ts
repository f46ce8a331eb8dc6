export { RepliesArea } from './replies-area';
