-- The terms of a category go on into the next version of the catalogue.
GRANT INSERT ON category_term TO ${app};
