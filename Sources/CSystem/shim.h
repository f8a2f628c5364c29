// What the store needs of the system and Swift's Glibc module leaves out.

#include <sys/types.h>

#include <sha2.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
