export { WorthSection } from './worth-section';
