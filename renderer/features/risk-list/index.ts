export { RiskButton } from './risk-button';
export { RiskForm } from './risk-form-part';
export { RiskMark } from './risk-mark';
export { RiskMenuItem } from './risk-menu-item';
