import errno

print(errno.ENOENT, errno.EAGAIN, errno.ETIMEDOUT, errno.EINPROGRESS, errno.errorcode[errno.ECONNRESET])
