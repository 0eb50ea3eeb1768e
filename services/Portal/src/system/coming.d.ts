/** `/api/system/{service}` as shared/Hosting/SystemState.cs answers it; goes once src/api/schema.d.ts has it. */
export interface SystemState {
  service: string;
  ready: boolean;
  outbox: { waiting: number; oldestSeconds: number } | null;
  queues: { name: string; waiting: number; consumers: number; failed: number }[] | null;
  failed: number;
}

export interface Replayed {
  name: string;
  messages: number;
}
