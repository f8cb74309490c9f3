find-a = A
title = B
