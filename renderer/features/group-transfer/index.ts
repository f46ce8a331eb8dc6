export { TransferSection } from './transfer-section';
