export { AuditTool } from './audit-tool';
