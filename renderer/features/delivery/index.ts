export { DeliveryButton } from './delivery-button';
