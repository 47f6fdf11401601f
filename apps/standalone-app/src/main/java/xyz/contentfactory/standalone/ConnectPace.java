package xyz.contentfactory.standalone;

/// How many numbers are connected at once, and how fast, as `CF_CONNECT_*` say.
record ConnectPace(int numbers, int startsPerMinute, int startsPerHour, int open) {}
