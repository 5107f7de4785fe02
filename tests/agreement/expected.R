# Writes what rpart gives into expected/rpart.json: trees grown on reference/data, with the counts of their nodes, and their
# cptables. Run with Debian's r-cran-rpart (4.1.19): Rscript tests/agreement/expected.R
library(rpart)

here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
list_of <- function(values) paste0("[", paste(values, collapse = ","), "]")
exact <- function(x) sprintf("%.17g", x)

grown <- function(name) {
  data <- read.csv(file.path(here, "../../reference/data", paste0(name, ".csv")))
  names(data)[ncol(data)] <- "class"
  data$class <- factor(data$class)
  # One label in seven is wrong, so that there is much to prune.
  wrong <- seq(1, nrow(data), by = 7)
  data$class[wrong] <- levels(data$class)[1 + wrong %% nlevels(data$class)]
  everything <- rpart.control(cp = 0, minsplit = 2, minbucket = 1, xval = 0, maxdepth = 30)
  rpart(class ~ ., data = data, method = "class", control = everything)
}

# Nodes by their numbers: the children of node i are 2i and 2i + 1.
exported <- function(fit) {
  n_classes <- length(attr(fit, "ylevels"))
  counts <- fit$frame$yval2[, 1 + seq_len(n_classes), drop = FALSE]
  nodes <- paste0('"', row.names(fit$frame), '":', apply(counts, 1, list_of))
  table <- apply(fit$cptable[, c("CP", "nsplit", "rel error"), drop = FALSE], 1, function(row) list_of(exact(row)))
  paste0('{"counts":{', paste(nodes, collapse = ","), '},"cptable":', list_of(table), "}")
}

names <- c("iris", "wine", "breast_cancer", "digits")
trees <- sapply(names, function(name) paste0('"', name, '":', exported(grown(name))))
writeLines(paste0("{", paste(trees, collapse = ","), "}"), file.path(here, "expected/rpart.json"))
