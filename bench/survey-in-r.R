# Processor seconds of R's survey on the columns in a binary file (psu, stratum, w, y, g, each n doubles).
# Rscript survey-in-r.R FILE N prints JSON, or {} where survey is not installed.
if (!suppressWarnings(suppressMessages(requireNamespace("survey", quietly = TRUE)))) {
  cat("{}\n")
  quit()
}
suppressMessages(library(survey))
given <- commandArgs(trailingOnly = TRUE)
n <- as.integer(given[2])
cells <- matrix(readBin(given[1], "double", 5 * n), ncol = 5)
d <- data.frame(psu = as.integer(cells[, 1]), stratum = as.integer(cells[, 2]), w = cells[, 3], y = cells[, 4], g = as.integer(cells[, 5]))
seconds <- function(code) sum(system.time(code)[c("user.self", "sys.self")])
design <- seconds(s <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, data = d))
mean <- seconds(m <- svymean(~y, s))
by <- seconds(svyby(~y, ~g, s, svymean))
ciprop <- seconds(svyciprop(~y, s, method = "logit"))
cat(sprintf(
  '{ "version": "%s", "design": %g, "mean": %g, "by": %g, "ciprop": %g, "value": %.17g, "standardError": %.17g }\n',
  packageVersion("survey"), design, mean, by, ciprop, coef(m), SE(m)
))
