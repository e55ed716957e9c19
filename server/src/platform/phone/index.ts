export { normalisePhone, type PhoneReading } from './phone-number';
