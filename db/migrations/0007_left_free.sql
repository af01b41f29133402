-- Left free for a step that is made beside 0008; it changes nothing.
SELECT 1;
