package dev.xeroauth.accounting.model;

/** What comes with a page. */
interface PaginationTables {

    /** Where a page stands in its list, as Xero counted when it answered. The list may change between two pages. */
    @FieldTable("""
            page       integer  r  the number of this page, from 1
            pageSize   integer  r  how many elements a full page has
            pageCount  integer  r  how many pages there are
            itemCount  integer  r  how many elements all the pages have together
            """)
    interface Pagination {}
}
