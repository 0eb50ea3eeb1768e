/** What the hub refused, or why it could not be asked: problem details (RFC 9457) with the fields by their JSON path. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** The HTTP status; 0 where no answer came. */
    readonly status: number,
    readonly title: string,
    readonly detail: string | undefined,
    /** By JSON path: indicators[0].value. */
    readonly errors: Readonly<Record<string, readonly string[]>>,
    readonly requestId: string | undefined,
  ) {
    super(title || `HTTP ${status}`);
  }

  /** No answer came, or none of the hub's own: the line or a service is down. */
  get isOutage(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  static async of(response: Response): Promise<Problem> {
    const body: unknown = /\bjson\b/.test(response.headers.get('Content-Type') ?? '')
      ? await response.json().catch(() => undefined)
      : undefined;
    return Problem.read(response.status, body, response.headers.get('X-Request-Id') ?? undefined);
  }

  static read(status: number, body: unknown, requestId?: string): Problem {
    const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    return new Problem(status, text(said.title) ?? '', text(said.detail), fields(said.errors), requestId ?? text(said.requestId));
  }

  static unreachable(): Problem {
    return new Problem(0, '', undefined, {}, undefined);
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}

function fields(value: unknown): Record<string, string[]> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([path, said]) => [path, (Array.isArray(said) ? said : [said]).filter(s => typeof s === 'string')]),
  );
}
