//! TeX to MathML. The only file that names `pulldown_latex`.
