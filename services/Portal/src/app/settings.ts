/** What the operator of a hub sets when the Portal is built (environment variables of the build). */
export const settings = {
  /** The centre's desk that answers day and night, for when nothing else is to be had. */
  centreTelephone: import.meta.env.VITE_CENTRE_TELEPHONE as string | undefined,
};
