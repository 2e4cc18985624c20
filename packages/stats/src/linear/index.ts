// Matrices: eigenvalues, principal components, least squares (with ml-matrix)
export type { SymmetricEigen } from "./eigen.js";
export { symmetricEigen } from "./eigen.js";
export type { LeastSquares } from "./least-squares.js";
export { leastSquares } from "./least-squares.js";
export type { PrincipalComponents } from "./principal-components.js";
export { principalComponents } from "./principal-components.js";
