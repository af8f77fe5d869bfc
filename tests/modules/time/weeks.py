# The weeks around new year, as %U, %W and ISO 8601 count them.
import time

for year in (2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2015, 2016, 2020, 2021, 2024):
    start = int(time.mktime((year, 1, 1, 12, 0, 0, 0, 0, 0)))
    for day in (-3, -2, -1, 0, 1, 2, 3, 6, 7):
        print(time.strftime("%Y-%m-%d %U %W %G-%V-%u", time.gmtime(start + day * 86400)), end="; ")
    print()
