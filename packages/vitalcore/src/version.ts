/** Version of the command line; `npm run manifests` keeps it in step with the package. */
export const VERSION = "0.0.0";
